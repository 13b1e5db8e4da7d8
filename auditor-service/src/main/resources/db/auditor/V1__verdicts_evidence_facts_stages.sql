-- What was observed, by its own digest: sizes, digests and states, never what a file holds.
create table evidence (
    tenant_id text not null,
    digest bytea not null,
    content bytea not null,
    kept_at timestamptz not null default now(),
    primary key (tenant_id, digest)
);

-- One verdict for each claim, each stage that ended, each release that was asked for. JSON is kept as bytes: jsonb refuses the zero character, which a claim may hold.
create table verdicts (
    tenant_id text not null,
    subject_id uuid not null,
    kind text not null,
    worker text not null,
    site text not null,
    verdict text not null,
    cause bytea not null,
    findings bytea not null,
    evidence bytea not null,
    while_locked boolean not null,
    reached_at timestamptz not null,
    primary key (tenant_id, subject_id),
    foreign key (tenant_id, evidence) references evidence
);

create index verdicts_of_worker on verdicts (tenant_id, worker, reached_at) where kind = 'CLAIM' and verdict = 'TRUE';

-- Where this auditor saw a file: "I deleted it" needs that it was there. The path's digest, since a path may be longer than an index takes.
create table sightings (
    tenant_id text not null,
    site text not null,
    path_digest bytea not null,
    last_seen timestamptz not null,
    primary key (tenant_id, site, path_digest)
);

-- First contradictions, waiting for a second look.
create table looks (
    subject_id uuid not null,
    said text not null,
    tenant_id text not null,
    seen bytea not null,
    at timestamptz not null,
    primary key (subject_id, said)
);

-- What accepted instructions are judged by, as fixed at admission.
create table criteria (
    tenant_id text not null,
    instruction_id uuid not null,
    worker text not null,
    site text,
    predicates bytea not null,
    accepted_at timestamptz not null,
    primary key (tenant_id, instruction_id)
);

-- Calls of POST /v1/verify; they also count against the caller's limit.
create table verifications (
    id uuid primary key,
    tenant_id text not null,
    caller text not null,
    asked_at timestamptz not null default now(),
    verdict text,
    evidence bytea,
    foreign key (tenant_id, evidence) references evidence
);

create index verifications_of_caller on verifications (tenant_id, caller, asked_at);

-- What the site's gateway last observed of each container; an older fact never replaces a newer one.
create table facts (
    tenant_id text not null,
    name text not null,
    at timestamptz not null,
    seen bytea not null,
    primary key (tenant_id, name)
);

-- The engine's ids of what bore a name, and when the second witness saw each run: only then its silence shows an end.
create table container_ids (
    tenant_id text not null,
    name text not null,
    container_id text not null,
    last_seen timestamptz not null,
    running boolean not null,
    seen_alive timestamptz,
    primary key (tenant_id, name, container_id)
);

create index container_ids_unwitnessed on container_ids (last_seen) where seen_alive is null and running;

-- What stages were prepared, and what was expected of each.
create table stages (
    tenant_id text not null,
    stage_id uuid not null,
    prepared bytea not null,
    prepared_at timestamptz not null,
    primary key (tenant_id, stage_id)
);
