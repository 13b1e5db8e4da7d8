package dev.wingman.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {
    private static final Screening SCREENING = Screening.standard();
    /// A command line in which a shell would find nothing to do.
    private static final Pattern PLAIN = Pattern
            .compile("(?:rm(?= [-/.~])|git|docker|podman|kubectl|helm|find|dd|chmod|chown|terraform"
                    + "|aws|gcloud|az|systemctl|iptables|useradd|truncate|psql|npm|sudo|env|nohup|timeout|xargs|ssh|tar|rsync)"
                    + " [a-zA-Z0-9 ./_:=@%+,~-]+");
    /// A fixed order of mutations: a failure can be had again.
    private static final long SEED = 20_261_122L;

    @Test
    void deniesEveryDangerousLineAndStopsNoOrdinaryOne() {
        var dangerous = Corpus.dangerous();
        var ordinary = Corpus.ordinary();

        var passed = dangerous.stream().filter(line -> !isDenied(line.text())).map(Corpus.Dangerous::text).toList();
        var stopped = ordinary.stream().filter(CorpusTest::isDenied).toList();

        System.out.printf("denied %d of %d, stopped %d of %d ordinary%n", dangerous.size() - passed.size(),
                dangerous.size(),
                stopped.size(), ordinary.size());
        assertThat(dangerous).hasSizeGreaterThan(400);
        assertThat(ordinary).hasSizeGreaterThan(400);
        assertThat(passed).isEmpty();
        assertThat(stopped).isEmpty();
    }

    @Test
    void standsInTheReadmeAsItIs() throws IOException {
        var readme = Files.readString(Path.of(System.getProperty("basedir", ""), "README.md"));

        assertThat(readme).contains("| dangerous lines denied | %1$d of %1$d |".formatted(Corpus.dangerous().size()),
                "| ordinary lines stopped | 0 of %d |".formatted(Corpus.ordinary().size()));
    }

    @Test
    void deniesTheSameCommandAsAnArgv() {
        var commands = Corpus.dangerous().stream().map(Corpus.Dangerous::text)
                .filter(line -> PLAIN.matcher(line).matches()).toList();

        assertThat(commands).hasSizeGreaterThan(400);
        assertThat(commands)
                .filteredOn(line -> SCREENING.forbidden(List.of(line.split(" +")), "/action/argv").isEmpty()).isEmpty();
    }

    @Test
    void namesTheActionOfEachDangerousLine() {
        var misnamed = Corpus.dangerous().stream()
                .filter(line -> SCREENING.forbidden(line.text(), Place.document()).stream()
                        .map(Violation::rule)
                        .noneMatch(rule -> rule.equals(line.rule()) || rule.equals("forbidden/unreadable-command")))
                .toList();

        assertThat(misnamed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrappers")
    void deniesADangerousCommandInsideAWrapper(UnaryOperator<String> wrapper) {
        var passed = simple().map(wrapper).filter(line -> !isDenied(line)).toList();

        assertThat(passed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\'', '"', '\\'})
    void deniesADangerousCommandWhoseLettersAreQuoted(char quote) {
        var random = new Random(SEED);
        for (var line : simple().toList()) {
            var quoted = quoted(line, quote, random);

            assertThat(isDenied(quoted)).as("seed %d: %s", SEED, quoted).isTrue();
        }
    }

    /// Pieces of the corpus cut, doubled and joined: the reader meets every state it has, and says something about each.
    @Test
    void readsWhateverIsMadeOfItsOwnCorpus() {
        System.out.println("mutations with seed " + SEED);
        var random = new Random(SEED);
        var lines = Stream.concat(Corpus.dangerous().stream().map(Corpus.Dangerous::text), Corpus.ordinary().stream())
                .toList();
        for (var round = 0; round < 4000; round++) {
            var text = mutated(lines, random);

            for (var place : List.of(Place.document(), Place.command("/action/cwd"))) {
                assertThat(SCREENING.forbidden(text, place)).as(text).allSatisfy(found -> {
                    assertThat(found.start()).isBetween(0, text.length());
                    assertThat(found.end()).isBetween(found.start(), text.length());
                });
            }
        }
    }

    static Stream<UnaryOperator<String>> wrappers() {
        return Stream.of("%s", "sudo %s", "env A=b %s", "nohup %s &", "timeout 5 %s", "sh -c '%s'", "bash -lc \"%s\"",
                "ssh host '%s'",
                "sudo -u app sh -c '%s'", "docker exec web sh -c '%s'", "kubectl exec web-0 -- sh -c \"%s\"",
                "true && %s", "true; %s",
                "( %s )", "{ %s; }", "if true; then %s; fi", "echo x | xargs %s", "eval '%s'", "eval \"%s\"", "$(%s)",
                "echo \"$(%s)\"",
                "bash -c \"sh -c '%s'\"", "watch '%s'", "x() { %s; }; x", "echo '%s' | sh", "sh <<< '%s'",
                "bash <<EOF\n%s\nEOF", "```sh\n%s\n```",
                "Please run `%s` now.", "{\"argv\": [\"sh\", \"-c\", \"%s\"]}", "- run: %s", "RUN %s",
                "* * * * * root %s", "ExecStart=%s",
                "all:\n\t@%s", "python3 -c 'import os; os.system(\"%s\")'", "git config alias.x '!%s'",
                "trap '%s' EXIT",
                "CMD='%s'; eval $CMD", "# a comment\n%s", "%s # a comment", "   %s   ", "%s; true", "%s || true").map(
                        wrapper -> command -> wrapper.replace("%s", command));
    }

    /// Commands of the corpus in plain letters, to be dressed up.
    private static Stream<String> simple() {
        return Stream.of("rm -rf /srv", "git push --force", "git reset --hard HEAD", "docker system prune",
                "docker volume rm data",
                "kubectl delete pod x", "mkfs.ext4 /dev/sdb1", "terraform destroy", "iptables -F", "shutdown -h now",
                "find /srv -delete", "chmod 777 /srv", "helm uninstall web", "auditctl -D", "git clean -fdx",
                "usermod -aG sudo x");
    }

    private static String quoted(String line, char quote, RandomGenerator random) {
        var quoted = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            var letter = line.charAt(i);
            var plain = !Character.isLetterOrDigit(letter) || random.nextInt(3) > 0;
            quoted.append(plain ? "" : quote).append(letter).append(plain || quote == '\\' ? "" : quote);
        }
        return quoted.toString();
    }

    private static String mutated(List<String> lines, RandomGenerator random) {
        var text = new StringBuilder(lines.get(random.nextInt(lines.size())));
        for (var i = random.nextInt(6); i >= 0 && !text.isEmpty(); i--) {
            var at = random.nextInt(text.length());
            var other = lines.get(random.nextInt(lines.size()));
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "'\"`$({})\\;|&<>\n*[]%^#=".charAt(random.nextInt(22)));
                case 2 -> text.insert(at, other);
                case 3 -> text.setLength(at);
                default -> text.append(' ').append(other, 0, random.nextInt(other.length()));
            }
        }
        return text.toString();
    }

    private static boolean isDenied(String text) {
        return !SCREENING.forbidden(text, Place.document()).isEmpty();
    }
}
