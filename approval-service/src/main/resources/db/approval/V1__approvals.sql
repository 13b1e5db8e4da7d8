-- One row an approval; redemption is one row's move from GRANTED to USED.
create table approval (
    approval_id uuid primary key,
    tenant_id text not null,
    instruction_id uuid,
    asked text not null check (asked in ('stage', 'command', 'instruction', 'release', 'recover')),
    state text not null check (state in ('PENDING', 'GRANTED', 'DENIED', 'EXPIRED', 'REVOKED', 'USED')),
    card jsonb not null,
    card_digest text not null,
    opened_at timestamptz not null,
    expires_at timestamptz,
    decided_at timestamptz
);

create index approval_by_tenant on approval (tenant_id, state, opened_at desc);

create table vote (
    approval_id uuid not null references approval,
    operator text not null,
    decision text not null check (decision in ('APPROVE', 'DENY')),
    reason text,
    seen_digest text not null,
    cast_at timestamptz not null,
    primary key (approval_id, operator)
);

create table operator_link (
    tenant_id text not null,
    operator text not null,
    telegram_user bigint not null,
    linked_at timestamptz not null,
    primary key (tenant_id, operator),
    unique (tenant_id, telegram_user)
);
