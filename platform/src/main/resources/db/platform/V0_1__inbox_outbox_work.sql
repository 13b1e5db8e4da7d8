-- An event's id is stored in the transaction of its effect: at-least-once becomes once.
create table inbox (
    event_id uuid primary key,
    digest bytea not null,
    taken_at timestamptz not null default now()
);

-- What a transaction emits; the relay deletes what the broker acknowledged.
create table outbox (
    seq bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    headers jsonb not null,
    value bytea not null
);

create function outbox_filled() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox_' || current_schema, '');
    return null;
end $$;

create trigger outbox_filled after insert on outbox for each statement execute function outbox_filled();

-- Events whose effect touches the outside: taken in turn over tenants, in order within a lane.
create table work (
    event_id uuid primary key,
    seq bigint generated always as identity,
    tenant_id text not null,
    lane text,
    topic text not null,
    headers jsonb not null,
    value bytea not null,
    attempts int not null default 0,
    failures int not null default 0,
    not_before timestamptz not null default now(),
    admitted_at timestamptz not null default now(),
    taken_by text,
    taken_until timestamptz
);

create index work_in_turn on work (tenant_id, seq);
create index work_in_lane on work (tenant_id, lane, seq) where lane is not null;
