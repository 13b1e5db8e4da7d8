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
            position.moveTo(i);
            var known = Roles.has(words.get(i));
            if (!known && Roles.isNothing(words.get(i)) && !isNewLine(words.get(i))) {
                continue;
            }
            var before = offences.size();
            if (known) {
                known(words, i, position, mode);
            }
            any(words, i, position, mode, known);
            Riddles.judge(words, i, position, mode.strict()).ifPresent(offences::add);
            pipes.judge(i, position).ifPresent(offences::add);
            downloads.judge(i, position).ifPresent(offences::add);
            if (offences.size() > before && boundaries.excuse(i)) {
                offences.subList(before, offences.size()).clear();
            }
            if (mode.prose()) {
                Losses.judge(words, i).filter(loss -> !boundaries.excuse(loss.first()))
                        .ifPresent(loss -> offences.add(loss.offence()));
            }
            within(words, i, position, mode, boundaries);
            if (known) {
                handed(words, i, mode);
            }
        }
    }

    /// What a word means whose program some rule names.
    private void known(Words words, int index, Position position, Mode mode) {
        var program = words.get(index).program();
        Templates.judge(new Command(words, index, program, position.begins(), patience), offences::add);
        if (SqlRights.VERBS.contains(program)) {
            SqlRights.judge(words, index).ifPresent(offences::add);
        }
        if (Loops.REMOVERS.contains(program)) {
            Loops.judge(words, index).ifPresent(offences::add);
        }
        if (Assembled.about(program)) {
            Assembled.judge(words, index, mode.script(), this::isAssigned).ifPresent(offences::add);
        }
        Clients.judge(words, index).ifPresent(offences::add);
        Addresses.judge(words, index).ifPresent(offences::add);
        if (mode.prose()) {
            OrderRule.judge(words, index).ifPresent(offences::add);
        }
    }

    /// What any word may mean, by its form. What has neither a dot nor an equals sign means only what some rule names.
    private void any(Words words, int index, Position position, Mode mode, boolean known) {
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
        if (known && SqlRule.about(program)) {
            SqlRule.judge(words, index).ifPresent(offences::add);
        }
        StoreCalls.judge(words, index).ifPresent(offences::add);
        if ((known || dotted || assigned) && SettingRule.about(word)) {
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
    private void handed(Words words, int index, Mode mode) {
        var word = words.get(index);
        Pipes.fed(words, index).or(() -> Joined.at(words, index, variables)).or(() -> Fields.at(words, index))
                .or(() -> mode.prose() ? Spread.at(words, index) : Optional.empty())
                .ifPresent(text -> read(Source.derived(text, word.start(), word.end()), mode.derived()));
    }

    /// Whether a word's gap is that of a line or more.
    static boolean isNewLine(Word word) {
        return word.before().isNewLine();
    }
}
