-- One Merkle log per tenant. The head is locked for each append: its frontier are the roots of the complete subtrees, 32 bytes each.
create table ledger_head (
    tenant_id text primary key,
    size bigint not null,
    frontier bytea not null
);

-- Every record of every topic, as it came. Headers are text and not jsonb: a NUL in one must not stop the ledger.
create table ledger_entry (
    tenant_id text not null,
    index bigint not null,
    event_id text not null,
    topic text not null,
    headers text not null,
    value bytea not null,
    leaf_hash bytea not null,
    primary key (tenant_id, index),
    unique (tenant_id, event_id)
);

-- Roots of complete subtrees of 2^8 and 2^16 leaves; those between are computed from them in microseconds.
create table ledger_node (
    tenant_id text not null,
    level int not null,
    index bigint not null,
    hash bytea not null,
    primary key (tenant_id, level, index)
);

-- A copy to read: claims, each with its verdict. Whichever comes first makes the row; the first verdict stands.
create table claim (
    tenant_id text not null,
    claim_id uuid not null,
    worker text,
    instruction_id uuid,
    completes boolean,
    statement text,
    predicates text,
    site text,
    while_locked boolean,
    claimed_at timestamptz,
    verdict text,
    cause text,
    judged_at timestamptz,
    primary key (tenant_id, claim_id)
);

create index claim_newest on claim (tenant_id, claimed_at desc, claim_id desc);
create index claim_newest_of_worker on claim (tenant_id, worker, claimed_at desc, claim_id desc);
