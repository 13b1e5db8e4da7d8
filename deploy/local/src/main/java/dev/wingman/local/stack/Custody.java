package dev.wingman.local.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.wingman.contracts.Service;
import dev.wingman.local.parts.Account;

/// Whose account each process has. As root each has a user id of its own out of 61001 to 61010, so that none can read
/// another's key; otherwise all are ours and custody is not enforced.
public record Custody(boolean enforced) {

    static final int FIRST_UID = 61_001;
    private static final List<String> PARTS = List.of("kafka", "postgres", "redis");

    public static Custody here() {
        return new Custody(Account.canSwitch());
    }

    public Account of(String name) {
        return enforced ? Account.of(uids().getOrDefault(name, FIRST_UID)) : Account.own();
    }

    /// The table of the operating guide.
    public static Map<String, Integer> uids() {
        var uids = new HashMap<String, Integer>();
        PARTS.forEach(part -> uids.put(part, FIRST_UID + uids.size()));
        for (var service : Service.values()) {
            uids.put(service.folder(), FIRST_UID + uids.size());
        }
        return uids;
    }
}
