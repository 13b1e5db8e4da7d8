-- One row an approval. It moves by compare-and-set with this database's clock, and never back. The card is kept as the bytes that were
-- shown: its digest is what votes name.
create table approval (
    tenant_id text not null,
    approval_id uuid not null,
    worker text not null,
    owner text,
    instruction_id uuid,
    asked text not null check (asked in ('STAGE', 'COMMAND', 'INSTRUCTION', 'RELEASE', 'RECOVER')),
    state text not null check (state in ('PENDING', 'GRANTED', 'DENIED', 'EXPIRED', 'REVOKED', 'USED')),
    card bytea not null,
    card_digest text not null,
    lasts_ms bigint,
    incident uuid,
    opened_at timestamptz not null,
    expires_at timestamptz,
    due_at timestamptz,
    escalations int not null default 0,
    decision text,
    decided_by text check (decided_by in ('HUMANS', 'POLICY')),
    deciders text[] not null default '{}',
    reason text,
    decided_at timestamptz,
    execution_id uuid,
    audience text,
    used_at timestamptz,
    grant_jws text,
    verdict text,
    verdict_cause text,
    primary key (tenant_id, approval_id)
);

create index approval_newest on approval (tenant_id, opened_at desc, approval_id desc);
create index approval_of_instruction on approval (tenant_id, instruction_id);
create index approval_of_incident on approval (tenant_id, incident) where incident is not null;
-- What the clock or a lock may still end.
create index approval_due on approval (due_at) where state in ('PENDING', 'GRANTED');
create index approval_open on approval (tenant_id, worker) where state in ('PENDING', 'GRANTED');

create function approval_moved() returns trigger language plpgsql as $$
begin
    perform pg_notify('approval_' || current_schema, new.approval_id::text);
    return null;
end $$;

create trigger approval_moved after update of state on approval for each row
    when (old.state is distinct from new.state) execute function approval_moved();

create table vote (
    tenant_id text not null,
    approval_id uuid not null,
    operator text not null,
    choice text not null check (choice in ('APPROVE', 'DENY')),
    way text not null check (way in ('HTTP', 'TELEGRAM')),
    reason text,
    seen_digest text not null,
    self_approved boolean not null,
    cast_at timestamptz not null,
    primary key (tenant_id, approval_id, operator),
    foreign key (tenant_id, approval_id) references approval
);

-- Each refusal by HTTP goes on the record once for a person and a rule: nobody fills topics by asking again.
create table refusal_told (
    tenant_id text not null,
    approval_id uuid not null,
    subject text not null,
    rule text not null,
    primary key (tenant_id, approval_id, subject, rule)
);

-- What stages of drills are checked against.
create table drill_instruction (
    tenant_id text not null,
    instruction_id uuid not null,
    worker text not null,
    title bytea not null,
    digest text not null,
    risk text not null,
    primary key (tenant_id, instruction_id)
);

create table operator_link (
    tenant_id text not null,
    operator text not null,
    telegram_user bigint not null,
    linked_at timestamptz not null,
    primary key (tenant_id, operator),
    unique (tenant_id, telegram_user)
);

-- One-time codes for linking, as digests; one an operator.
create table link_code (
    tenant_id text not null,
    operator text not null,
    code_digest text not null,
    expires_at timestamptz not null,
    primary key (tenant_id, operator)
);

create table second_factor (
    tenant_id text not null,
    operator text not null,
    secret bytea not null,
    last_step bigint not null,
    failures int not null,
    window_from timestamptz not null,
    locked_until timestamptz,
    enrolled_at timestamptz not null,
    primary key (tenant_id, operator)
);
