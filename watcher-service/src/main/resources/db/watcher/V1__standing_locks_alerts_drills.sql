create table standing (
    tenant_id text not null,
    worker text not null,
    true_count bigint not null default 0,
    false_count bigint not null default 0,
    unverifiable_count bigint not null default 0,
    unverifiable_run int not null default 0,
    last_verdict_at timestamptz not null,
    primary key (tenant_id, worker)
);

-- The version of a tenant's list of locks; its row is what serialises changes of the list.
create table lock_list (
    tenant_id text primary key,
    version bigint not null
);

create table lock (
    tenant_id text not null,
    scope text not null check (scope in ('worker', 'owner')),
    name text not null,
    incident uuid not null,
    reason text not null,
    since timestamptz not null,
    primary key (tenant_id, scope, name)
);

create table alert (
    alert_id uuid primary key,
    tenant_id text not null,
    severity text not null,
    kind text not null,
    incident uuid not null,
    worker text,
    subject_id uuid,
    text text not null,
    raised_at timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz
);

create index alert_newest on alert (tenant_id, raised_at desc, alert_id desc);

-- What the live view shows, counted per tenant: nobody learns how much the others do. JSON as bytes: jsonb refuses the zero character.
create table stream_head (
    tenant_id text primary key,
    last bigint not null
);

create table stream_entry (
    tenant_id text not null,
    number bigint not null,
    type text not null,
    at timestamptz not null,
    event bytea not null,
    primary key (tenant_id, number)
);

-- A read copy of drills, by what their events tell; in any order.
create table drill (
    tenant_id text not null,
    drill_id uuid not null,
    instruction_id uuid not null,
    worker text not null,
    site text,
    since timestamptz not null,
    ended text,
    report bytea,
    primary key (tenant_id, drill_id)
);

create index drill_newest on drill (tenant_id, since desc, drill_id desc);
create index drill_of_instruction on drill (tenant_id, instruction_id);

-- A stage may be judged before its drill is known: the verdict names the stage alone.
create table drill_stage (
    tenant_id text not null,
    stage_id uuid not null,
    drill_id uuid,
    stage text,
    asked boolean not null default false,
    approval_id uuid,
    decision text,
    approvers text[] not null default '{}',
    prepared_at timestamptz,
    decided_at timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    outcome text,
    refused text,
    detail text,
    verdict text,
    primary key (tenant_id, stage_id)
);

create index stages_of_drill on drill_stage (tenant_id, drill_id);

-- When releases were asked for: a lock that came later is not theirs.
create table release_asked (
    tenant_id text not null,
    approval_id uuid not null,
    at timestamptz not null,
    primary key (tenant_id, approval_id)
);

-- Each grant counts once, and so does each approval.
create table grant_used (
    execution_id uuid primary key,
    approval_id uuid not null unique,
    tenant_id text not null,
    used_at timestamptz not null default now()
);

create table stranger_refused (
    event_id uuid primary key,
    tenant_id text not null,
    at timestamptz not null
);

create index stranger_refused_lately on stranger_refused (tenant_id, at);
