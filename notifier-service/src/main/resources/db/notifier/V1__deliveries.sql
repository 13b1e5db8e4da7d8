-- Messages to come and messages that were sent. Each kind in a chat is a queue of its own.
create table delivery (
    delivery_id uuid primary key,
    seq bigint generated always as identity,
    tenant_id text not null,
    kind text not null check (kind in ('ALERT', 'CARD', 'QUESTION', 'REPORT', 'ANSWER', 'PRESS')),
    about uuid not null,
    chat bigint,
    content jsonb not null,
    revision int not null default 1,
    card_digest text,
    callback_id text,
    traceparent text,
    state text not null check (state in ('WAITING', 'SENT', 'REFUSED', 'NO_CHANNEL')),
    attempts int not null default 0,
    reason text,
    message_id bigint,
    not_before timestamptz not null default now(),
    taken_by text,
    taken_until timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create index delivery_newest on delivery (tenant_id, created_at desc, delivery_id desc);
create index delivery_in_turn on delivery (chat, kind, seq) where state = 'WAITING';
create index delivery_cards on delivery (tenant_id, about) where kind = 'CARD';
create index delivery_message on delivery (chat, message_id) where card_digest is not null;

-- Telegram asked for silence in a chat.
create table quiet (
    chat bigint primary key,
    until timestamptz not null
);

-- Our copy of what humans are asked for; nothing is decided by it.
create table approval (
    tenant_id text not null,
    approval_id uuid not null,
    stage_id uuid,
    environment text not null,
    card jsonb not null,
    card_digest text not null,
    progress jsonb not null,
    open boolean not null default true,
    requested_at timestamptz not null default now(),
    primary key (tenant_id, approval_id)
);

create index approval_open on approval (tenant_id, requested_at) where open;
create index approval_of_stage on approval (tenant_id, stage_id);

-- Telegram brings an update more than once.
create table update_taken (
    update_id uuid primary key,
    taken_at timestamptz not null default now()
);

-- Where the answer to what was passed on belongs.
create table submission (
    submission_id uuid primary key,
    tenant_id text not null,
    telegram_user bigint not null,
    chat bigint not null,
    message bigint not null,
    link boolean not null,
    submitted_at timestamptz not null default now()
);

create index submission_link on submission (tenant_id, telegram_user, submitted_at desc) where link;

-- Which Telegram user is which operator, by the approval service's word.
create table operator_link (
    tenant_id text not null,
    operator text not null,
    telegram_user bigint not null,
    primary key (tenant_id, operator),
    unique (tenant_id, telegram_user)
);

create index operator_link_user on operator_link (telegram_user);
