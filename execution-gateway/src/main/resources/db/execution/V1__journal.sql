-- A drill of an instruction, with its whole course; `version` lets of two who act on the same state only one be right.
create table drill (
    drill_id uuid primary key,
    tenant_id text not null,
    instruction_id uuid not null unique,
    site text not null,
    course bytea not null,
    version bigint not null,
    opened_at timestamptz not null default now(),
    ended_at timestamptz
);

create index drill_open on drill (site) where ended_at is null;

-- A container is the target of one open drill at a time.
create table target (
    site text not null,
    name text not null,
    drill_id uuid not null,
    primary key (site, name)
);

-- What a target is rebuilt from, until its drill ends. It may hold secrets: AES-256-GCM, bound to tenant, drill and name.
create table definition (
    drill_id uuid not null references drill,
    name text not null,
    sealed bytea not null,
    primary key (drill_id, name)
);

-- What the gateway did to Docker, written before and after each act. An approval and an execution id stand here once, for ever.
create table execution (
    stage_id uuid primary key,
    drill_id uuid not null references drill,
    stage text not null check (stage in ('A', 'B', 'C', 'D', 'RECOVER')),
    phase text not null check (phase in ('PREPARED', 'GRANT_ASKED', 'STARTED', 'FINISHED', 'JUDGED', 'REFUSED')),
    approval_id uuid not null unique,
    execution_id uuid unique,
    target_state_digest text not null,
    holder uuid,
    alive_at timestamptz
);

create index execution_started on execution (stage_id) where phase = 'STARTED';
