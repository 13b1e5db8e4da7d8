-- The card of a stage names the tenant's rules that tightened its instruction.
alter table drill_instruction add column policy_rules text[] not null default '{}';
