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

-- What the live view shows, counted per tenant: nobody learns how much the others do.
create table stream_head (
    tenant_id text primary key,
    last bigint not null
);

create table stream_entry (
    tenant_id text not null,
    number bigint not null,
    type text not null,
    at timestamptz not null,
    event jsonb not null,
    primary key (tenant_id, number)
);
