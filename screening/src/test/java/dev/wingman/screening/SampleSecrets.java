package dev.wingman.screening;

/// Two invented secrets. They are put together from halves, so that no other scanner takes this file for a leak.
final class SampleSecrets {
    private static final String LETTERS = "Ab3dEf6hJk9mNp2rSt5vWx8zQ4uY7cLg1oPiBn0aZsXeDcRfVt6GbYh5NuJm4KiLo3PqWeRtYu2IoPaSd8FgHjKlZ7xCvBnM";

    private SampleSecrets() {}

    static String awsAccessKey() {
        return "AKIA" + "Q3EGRIZ7XKPW2LMV";
    }

    static String privateKey() {
        return "-----BEGIN RSA " + "PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n" + letters(64) + "\n" + letters(40)
                + "\n-----END RSA " + "PRIVATE KEY-----";
    }

    private static String letters(int count) {
        return LETTERS.substring(0, count);
    }
}
