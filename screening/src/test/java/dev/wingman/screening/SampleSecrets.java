package dev.wingman.screening;

import java.util.List;

/// One invented secret of each kind. They are put together from halves, so that no other scanner takes this file for a leak.
final class SampleSecrets {
    private static final String LETTERS = "Ab3dEf6hJk9mNp2rSt5vWx8zQ4uY7cLg1oPiBn0aZsXeDcRfVt6GbYh5NuJm4KiLo3PqWeRtYu2IoPaSd8FgHjKlZ7xCvBnM";
    private static final String HEX = "0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef0f1e2d3c4b5a6978";

    /// @param text what stands in the sentence
    /// @param secret the part of it that must not leave
    record Sample(String kind, String text, String secret) {
        static Sample of(String kind, String secret) {
            return new Sample(kind, secret, secret);
        }

        static Sample of(String kind, String before, String secret) {
            return new Sample(kind, before + secret, secret);
        }

        Sample closedBy(String after) {
            return new Sample(kind, text + after, secret);
        }
    }

    private SampleSecrets() {}

    static String awsAccessKey() {
        return "AKIA" + "Q3EGRIZ7XKPW2LMV";
    }

    static String privateKey() {
        return "-----BEGIN RSA " + "PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n" + letters(64) + "\n" + letters(40)
                + "\n-----END RSA " + "PRIVATE KEY-----";
    }

    static List<Sample> all() {
        return List.of(Sample.of("anthropic-key", "sk-" + "ant-api03-" + letters(40)),
                Sample.of("aws-access-key", awsAccessKey()),
                Sample.of("aws-secret-key", "aws_secret_access_key = ", letters(40)),
                Sample.of("azure-storage-key", "AccountKey" + "=", letters(86) + "=="),
                Sample.of("databricks-token", "dapi" + hex(32)),
                Sample.of("digitalocean-token", "dop_" + "v1_" + hex(64)),
                Sample.of("discord-webhook", "https://discord.com/api/webhooks/" + "123456789012345678/" + letters(68)),
                Sample.of("docker-token", "dckr_" + "pat_" + letters(27)),
                Sample.of("github-fine-grained-token", "github_" + "pat_" + letters(22) + "_" + letters(59)),
                Sample.of("github-token", "ghp" + "_" + letters(36)),
                Sample.of("gitlab-token", "glpat" + "-" + letters(20)),
                Sample.of("google-api-key", "AI" + "za" + letters(35)),
                Sample.of("google-oauth-secret", "GOCSPX" + "-" + letters(28)),
                Sample.of("google-oauth-token", "ya29" + "." + letters(60)),
                Sample.of("hugging-face-token", "hf" + "_" + letters(34)),
                Sample.of("json-web-token", "ey" + "JhbGciOiJSUzI1NiJ9.eyJ" + letters(30) + "." + letters(43)),
                Sample.of("linear-key", "lin_" + "api_" + letters(40)), Sample.of("mailgun-key", "key" + "-" + hex(32)),
                Sample.of("new-relic-key", "NRAK" + "-" + "A1B2C3D4E5F6G7H8J9K0L1M2N3P"),
                Sample.of("npm-token", "npm" + "_" + letters(36)),
                Sample.of("openai-key", "sk" + "-proj-" + letters(48)),
                Sample.of("private-key", privateKey()),
                Sample.of("age-secret-key", "AGE-SECRET-" + "KEY-1" + "Q9X8".repeat(14) + "Z7"),
                Sample.of("pypi-token", "pypi" + "-AgEIcHlwaS5vcmc" + letters(60)),
                Sample.of("sendgrid-key", "SG" + "." + letters(22) + "." + letters(43)),
                Sample.of("shopify-token", "shpat" + "_" + hex(32)),
                Sample.of("slack-app-token", "xapp" + "-1-A012B3C4D5-1234567890-" + hex(64)),
                Sample.of("slack-token", "xoxb" + "-123456789012-" + letters(24)),
                Sample.of("slack-webhook", "https://hooks.slack.com" + "/services/T01234567/B01234567/" + letters(24)),
                Sample.of("square-token", "sq0" + "atp-" + letters(22)),
                Sample.of("stripe-key", "sk" + "_live_" + letters(24)),
                Sample.of("stripe-webhook-secret", "whsec" + "_" + letters(32)),
                Sample.of("telegram-bot-token", "123456789" + ":AA" + letters(33)),
                Sample.of("twilio-key", "SK" + hex(32)),
                Sample.of("vault-token", "hvs" + "." + letters(24)),
                Sample.of("database-url", "postgres://app:", "s3cr" + "et9zz").closedBy("@db:5432/app"),
                Sample.of("url-password", "https://deploy:", "h7" + "Gq2zPw").closedBy("@git.local/repo"),
                Sample.of("basic-authorization", "Authorization: Basic ", "ZGVwbG95" + "OmhHN3EyelB3OQ=="),
                Sample.of("bearer-token", "Bearer ", letters(32)),
                Sample.of("assigned-password", "DB_PASSWORD=", "hG7!q2" + "zPw9"),
                Sample.of("assigned-secret", "client_secret: ", letters(24)));
    }

    private static String letters(int count) {
        return LETTERS.substring(0, count);
    }

    private static String hex(int count) {
        return HEX.substring(0, count);
    }
}
