-- The registry. Its versions also stand on the topic `tenants`, by the outbox.
create table tenant (
    tenant_id text primary key,
    version bigint not null,
    entry jsonb not null,
    set_by text not null,
    set_at timestamptz not null default now()
);

-- A read copy of the topic `instructions`, for GET alone: nothing is decided by it.
create table instruction (
    instruction_id uuid primary key,
    tenant_id text not null,
    worker text not null,
    status text not null,
    at timestamptz not null,
    record jsonb not null
);
