package dev.wingman.approval;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.wingman.contracts.Identifier;
import dev.wingman.platform.events.Envelopes;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Screening;

/// Takes the secrets out of what humans write before anything else sees it; a reason is one line of at most 500 characters.
@ApplicationScoped
class Redaction {

    private static final int LONGEST = 500;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}]+");

    private final byte[] fingerprintSecret;

    Redaction(Envelopes envelopes) {
        this.fingerprintSecret = envelopes.fingerprintSecret();
    }

    /// Nothing where nothing was said.
    Optional<String> clean(Identifier tenant, Optional<String> reason) {
        return reason.map(text -> clean(tenant, text)).filter(text -> !text.isBlank());
    }

    String clean(Identifier tenant, String text) {
        var clean = Screening.standard().redact(text, FingerprintKey.ofTenant(fingerprintSecret, tenant.value()))
                .text();
        var line = NO_TEXT.matcher(clean).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
