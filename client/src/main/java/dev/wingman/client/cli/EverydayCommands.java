package dev.wingman.client.cli;

import java.util.List;

/// What comes with the client itself.
final class EverydayCommands {
    private EverydayCommands() {}

    static Commands worker() {
        return group("For workers", new Check(), new Submit(), new ClaimCommand(), new Use());
    }

    static Commands operator() {
        return group("For those who decide", new ApprovalList(), new Approve(Human.atTheTerminal()), new Deny(),
                new Revoke(), new Release(), new Operators());
    }

    static Commands admin() {
        return group("For admins", new TenantCommand());
    }

    static Commands reader() {
        return group("For those who watch", new Verdicts(), new Listing.Locked(), new Listing.Workers(),
                new Listing.Alerts(), new Drills(), new Ledger());
    }

    private static Commands group(String heading, Object... commands) {
        return new Commands() {
            @Override
            public List<Object> commands() {
                return List.of(commands);
            }

            @Override
            public String group() {
                return heading;
            }
        };
    }
}
