package dev.wingman.screening.forbidden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.wingman.screening.actions.Action;
import dev.wingman.screening.actions.Calls;
import dev.wingman.screening.actions.Command;
import dev.wingman.screening.actions.FlagRule;
import dev.wingman.screening.actions.Offence;
import dev.wingman.screening.actions.Patience;
import dev.wingman.screening.actions.SettingRule;
import dev.wingman.screening.actions.Templates;
import dev.wingman.screening.boundaries.Boundaries;
import dev.wingman.screening.indirect.Addresses;
import dev.wingman.screening.indirect.Assembled;
import dev.wingman.screening.indirect.Clients;
import dev.wingman.screening.indirect.Exposures;
import dev.wingman.screening.indirect.Fields;
import dev.wingman.screening.indirect.Loops;
import dev.wingman.screening.indirect.ProgramSettings;
import dev.wingman.screening.indirect.Spread;
import dev.wingman.screening.orders.Losses;
import dev.wingman.screening.orders.OrderRule;
import dev.wingman.screening.shell.Arguments;
import dev.wingman.screening.shell.Reader;
import dev.wingman.screening.shell.Word;
import dev.wingman.screening.shell.Word.Kind;
import dev.wingman.screening.shell.Words;
import dev.wingman.screening.spelling.Payloads;
import dev.wingman.screening.spelling.Rendered;
import dev.wingman.screening.spelling.Source;
import dev.wingman.screening.spelling.Spelled;
import dev.wingman.screening.spelling.Variables;
import dev.wingman.screening.sql.SqlRights;
import dev.wingman.screening.sql.SqlRule;
import dev.wingman.screening.sql.StoreCalls;

/// One pass over a text and over all texts within it. Depth and total length are bounded, so that no nesting costs more than its length.
final class Scan {
    private static final int DEEPEST = 10;
    private static final int READINGS = 16;

    /// How a text is read.
    ///
    /// @param strict by a shell's rules
    /// @param prose a sentence may rule a command out
    /// @param depth how many texts it stands within
    /// @param substituted what it prints is put into another command
    /// @param script an interpreter is given it as its script
    record Mode(boolean strict, boolean prose, int depth, boolean substituted, boolean script) {
        Mode within(boolean strictly, boolean substitution, boolean code) {
            return new Mode(strictly, prose, depth + 1, substitution, code);
        }

        /// The mode of what a shell is given as its script: it knows no boundaries.
        Mode run() {
            return new Mode(strict, false, depth + 1, false, script);
        }

        /// The mode of what was worked out from a word.
        Mode derived() {
            return new Mode(false, false, depth + 1, false, script);
        }
    }

    private final List<Offence> offences = new ArrayList<>();
    private final Map<String, List<String>> patterns = new HashMap<>();
    private final Variables variables;
    private final Patience patience;
    private final int most;
    private long allowance;

    Scan(int length, int most) {
        this.variables = new Variables(length);
        this.patience = new Patience(length);
        this.most = most;
        this.allowance = (long) READINGS * length + 16_384;
    }

    List<Offence> offences() {
        return offences.size() > most ? offences.subList(0, most) : offences;
    }

    void read(Source source, boolean prose) {
        var mode = new Mode(!prose, prose, 0, false, false);
        read(source, mode);
        Rendered.of(source).ifPresent(seen -> read(seen, mode));
        Spelled.of(source).ifPresent(spelled -> read(spelled, mode.derived()));
    }

    /// The words of a command that no shell reads; assignments among them hold for what is run.
    void judge(Words words) {
        for (var i = 0; i < words.size(); i++) {
            variables.assign(words.get(i).text());
        }
        judge(words, new Mode(true, false, 0, false, false));
    }

    private void statements(Source source) {
        var words = Reader.read(source, false, variables);
        for (var i = 0; i < words.size(); i++) {
            if (SqlRule.about(words.get(i).program())) {
                SqlRule.judge(words, i).ifPresent(offences::add);
            }
        }
    }

    private void read(Source source, Mode mode) {
        allowance -= source.text().length();
        if (mode.depth() > DEEPEST || allowance < 0) {
            offences.add(new Offence(Action.UNREADABLE_COMMAND, source.start(0), source.end(source.text().length())));
            return;
        }
        var words = Reader.read(source, mode.strict(), variables);
        if (words.unreadable() >= 0) {
            offences.add(new Offence(Action.UNREADABLE_COMMAND, words.unreadable(), words.unreadable() + 1));
        }
        judge(words, mode);
        for (var stretch : Comments.around(source)) {
            allowance -= stretch.text().length();
            statements(Comments.cut(stretch, ""));
            statements(Comments.cut(stretch, " "));
        }
    }

    private void judge(Words words, Mode mode) {
        var boundaries = new Boundaries(words, mode.prose());
        var position = new Position(words, mode.substituted());
        var pipes = new Pipes(words, mode.strict());
        var downloads = new Downloads(words);
        for (var i = 0; i < words.size() && offences.size() <= most; i++) {
            if (patience.isOver()) {
                offences.add(new Offence(Action.UNREADABLE_COMMAND, words.get(i).start(), words.get(i).end()));
                return;
            }
            var roles = Roles.of(words.get(i));
            position.moveTo(i, roles);
            if (roles == 0 && Roles.isNothing(words.get(i)) && !isNewLine(words.get(i))) {
                continue;
            }
            var before = offences.size();
            if (roles != 0) {
                known(words, i, roles, position, mode);
            }
            any(words, i, roles, position, mode);
            Riddles.judge(words, i, position, mode.strict()).ifPresent(offences::add);
            pipes.judge(i, roles, position).ifPresent(offences::add);
            downloads.judge(i, roles, position).ifPresent(offences::add);
            if (offences.size() > before && boundaries.excuse(i)) {
                offences.subList(before, offences.size()).clear();
            }
            if (mode.prose() && Role.LOSS.isIn(roles)) {
                Losses.judge(words, i).filter(loss -> !boundaries.excuse(loss.first()))
                        .ifPresent(loss -> offences.add(loss.offence()));
            }
            within(words, i, position, mode, boundaries);
            if (roles != 0) {
                handed(words, i, roles, mode);
            }
        }
    }

    /// What a word means whose program some rule names.
    private void known(Words words, int index, int roles, Position position, Mode mode) {
        if (Role.COMMAND.isIn(roles)) {
            Templates.judge(new Command(words, index, words.get(index).program(), position.begins(), patience),
                    offences::add);
        }
        if (Role.RIGHT.isIn(roles)) {
            SqlRights.judge(words, index).ifPresent(offences::add);
        }
        if (Role.REMOVER.isIn(roles)) {
            Loops.judge(words, index).ifPresent(offences::add);
        }
        if (Role.CODE.isIn(roles)) {
            Assembled.judge(words, index, mode.script(), this::isAssigned).ifPresent(offences::add);
        }
        if (Role.CLIENT.isIn(roles)) {
            Clients.judge(words, index).ifPresent(offences::add);
        }
        if (Role.ADDRESS.isIn(roles)) {
            Addresses.judge(words, index).ifPresent(offences::add);
        }
        if (Role.SENDER.isIn(roles)) {
            Exposures.judge(words, index, position.begins()).ifPresent(offences::add);
        }
        if (mode.prose() && Role.ORDER.isIn(roles)) {
            OrderRule.judge(words, index).ifPresent(offences::add);
        }
    }

    /// What any word may mean, by its form. What has neither a dot nor an equals sign means only what some rule names.
    private void any(Words words, int index, int roles, Position position, Mode mode) {
        var word = words.get(index);
        var letters = word.isPlain() && word.redirect() == ' ';
        if (!letters && !position.isTold(word)) {
            FlagRule.judge(words, index).or(() -> Loops.emptied(words, index)).ifPresent(offences::add);
        }
        var program = word.program();
        var assigned = !letters && word.text().indexOf('=') > 0;
        var dotted = !letters && program.indexOf('.') >= 0;
        if (assigned) {
            setting(words, index, word.lower(), position);
            setting(words, index, anyValue(word.lower()), position);
        }
        if (!letters) {
            ProgramSettings.judge(words, index).ifPresent(offences::add);
            Exposures.redirected(words, index).ifPresent(offences::add);
        }
        if (mode.script() && Assembled.isVariableCalled(words, index)) {
            offences.add(Action.UNREADABLE_COMMAND.from(word, word));
        }
        if (dotted) {
            var method = program.substring(program.lastIndexOf('.'));
            if (Assembled.about(method)) {
                Assembled.judge(words, index, mode.script(), this::isAssigned).ifPresent(offences::add);
            }
            Templates.judge(new Command(words, index, method, position.begins(), patience), offences::add);
        }
        if (Role.STATEMENT.isIn(roles)) {
            SqlRule.judge(words, index).ifPresent(offences::add);
        }
        StoreCalls.judge(words, index).ifPresent(offences::add);
        if ((roles != 0 || dotted || assigned) && SettingRule.about(word)) {
            SettingRule.judge(words, index).ifPresent(offences::add);
        }
        if (Calls.about(program)) {
            Calls.judge(words, index).ifPresent(offences::add);
        }
        if (letters) {
            return;
        }
        for (var meant : Patterns.programs(word, words, index, position, patterns)) {
            Templates.judge(new Command(words, index, meant, position.begins(), patience), offences::add);
        }
    }

    private void setting(Words words, int index, String setting, Position position) {
        if (Templates.about(setting)) {
            Templates.judge(new Command(words, index, setting, position.begins(), patience), offences::add);
        }
    }

    /// `skip=*` for `SKIP=eslint`; nothing is skipped by `SKIP=`.
    private static String anyValue(String assignment) {
        var equals = assignment.indexOf('=');
        return equals == assignment.length() - 1 ? assignment + '=' : assignment.substring(0, equals) + "=*";
    }

    /// Whether a name stands for a text that code wrote out, not for what a call or a member gave.
    private boolean isAssigned(String name) {
        return name.chars().allMatch(c -> Variables.isNamePart((char) c))
                && variables.expand(name).filter(text -> text.indexOf('.') < 0 && !Assembled.makes(text)).isPresent();
    }

    private void within(Words words, int index, Position position, Mode mode, Boundaries boundaries) {
        var word = words.get(index);
        var payload = word.text().length() < 4096 ? Payloads.in(word.text()) : Optional.<String>empty();
        if (word.inside().isEmpty() && payload.isEmpty()) {
            return;
        }
        var before = offences.size();
        for (var inner : word.inside()) {
            if (inner.kind() != Kind.STRING || !position.isData(word)) {
                inner(inner, words, index, position, mode);
            }
        }
        payload.ifPresent(text -> read(Source.derived(text, word.start(), word.end()), mode.derived()));
        if (offences.size() > before && boundaries.excuse(index)) {
            offences.subList(before, offences.size()).clear();
        }
    }

    private void inner(Word.Inner inner, Words words, int index, Position position, Mode mode) {
        var string = inner.kind() == Kind.STRING;
        var script = string && position.isShell() && words.get(index - 1).isFlag();
        if (!script) {
            var substituted = inner.kind() == Kind.SUBSTITUTION;
            read(inner.source(), mode.within(mode.strict() && substituted, substituted,
                    string && Assembled.isScript(words, index)));
            return;
        }
        var before = variables.bind(Arguments.behind(words, index));
        read(inner.source(), mode.run());
        variables.bind(before);
    }

    /// What a shell is fed, or a statement put together of strings and variables.
    private void handed(Words words, int index, int roles, Mode mode) {
        var word = words.get(index);
        var joined = Role.JOINED.isIn(roles) ? Joined.at(words, index, variables) : Optional.<String>empty();
        Pipes.fed(words, index).or(() -> joined).or(() -> Fields.at(words, index))
                .or(() -> mode.prose() ? Spread.at(words, index) : Optional.empty())
                .ifPresent(text -> read(Source.derived(text, word.start(), word.end()), mode.derived()));
    }

    /// Whether a word's gap is that of a line or more.
    static boolean isNewLine(Word word) {
        return word.before().isNewLine();
    }
}
