package dev.wingman.approval.domain;

/// Why something does not count: a rule with a stable name, and a sentence for who asked.
public record Refusal(Rule rule, String detail) {

    /// The rules; their names stand on topics and in answers.
    public enum Rule {
        NOT_LINKED("vote/not-linked"),
        WORKER_ROLE("vote/worker-role"),
        NOT_AN_OPERATOR("vote/not-an-operator"),
        NO_SUCH_APPROVAL("vote/no-such-approval"),
        ALREADY_DECIDED("vote/already-decided"),
        EXPIRED("vote/expired"),
        CARD_DIFFERS("vote/card-differs"),
        TENANT_SUSPENDED("vote/tenant-suspended"),
        OWN_CAUSE("vote/own-cause"),
        OWNER("vote/owner"),
        REQUESTER("vote/requester"),
        TWICE("vote/twice"),
        REASON_MISSING("vote/reason-missing"),
        WORKER_LOCKED("vote/worker-locked"),
        LOGIN_TOO_OLD("vote/login-too-old"),
        CODE_MISSING("vote/code-missing"),
        CODE_NOT_ENROLLED("vote/code-not-enrolled"),
        CODE_WRONG("vote/code-wrong"),
        CODE_REPLAYED("vote/code-replayed"),
        CODE_LOCKED("vote/code-locked"),
        LINK_CODE_UNKNOWN("link/code-unknown"),
        LINK_CODE_SEEN("link/code-seen"),
        LINK_TAKEN("link/telegram-taken"),
        RELEASE_NOT_LOCKED("release/not-locked"),
        RELEASE_UNKNOWN_WORKER("release/unknown-worker"),
        RELEASE_REASON_MISSING("release/reason-missing");

        private final String wireName;

        Rule(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
