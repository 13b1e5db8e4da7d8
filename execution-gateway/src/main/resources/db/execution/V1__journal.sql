-- What the gateway did to Docker, written before and after each act.
create table execution (
    execution_id uuid primary key,
    tenant_id text not null,
    instruction_id uuid not null,
    stage text not null check (stage in ('A', 'B', 'C', 'D')),
    state text not null check (state in ('PREPARED', 'STARTED', 'SUCCEEDED', 'FAILED', 'OUTCOME_UNKNOWN', 'REFUSED')),
    target_state_digest text not null,
    prepared_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz
);

create index execution_by_instruction on execution (tenant_id, instruction_id);
