create table delivery (
    delivery_id uuid primary key,
    tenant_id text not null,
    alert_id uuid not null,
    chat bigint,
    state text not null check (state in ('WAITING', 'SENT', 'REFUSED', 'NO_CHANNEL')),
    attempts int not null default 0,
    reason text,
    message_id bigint,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create index delivery_newest on delivery (tenant_id, created_at desc, delivery_id desc);
create index delivery_of_alert on delivery (alert_id);
