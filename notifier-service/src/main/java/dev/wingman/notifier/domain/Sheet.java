package dev.wingman.notifier.domain;

import java.util.ArrayList;
import java.util.List;

/// Lines of a message in Telegram's HTML. What strangers wrote stands as code: Telegram makes no link, mention or command of it, and it cannot pass for
/// one of our own lines.
final class Sheet {

    /// Telegram's limit, in UTF-16 units of what a reader sees.
    static final int LIMIT = 4096;

    private record Line(String html, int length) {}

    private final List<Line> lines = new ArrayList<>();

    /// A line of our own.
    Sheet say(String text) {
        lines.add(new Line(Plain.escaped(text), text.length()));
        return this;
    }

    Sheet title(String text) {
        lines.add(new Line("<b>" + Plain.escaped(text) + "</b>", text.length()));
        return this;
    }

    Sheet gap() {
        lines.add(new Line("", 0));
        return this;
    }

    /// What somebody else wrote, on one line behind a label of ours.
    Sheet quote(String label, String text, int limit) {
        var clean = Plain.line(text, limit);
        if (!clean.isBlank()) {
            lines.add(new Line(Plain.escaped(label) + "<code>" + Plain.escaped(clean) + "</code>",
                    label.length() + clean.length()));
        }
        return this;
    }

    /// The first lines in which there is room, and a last line if it was not room for all.
    String fitted(String last) {
        int all = lines.stream().mapToInt(line -> line.length + 1).sum();
        if (all <= LIMIT) {
            return joined(lines);
        }
        int left = LIMIT - last.length() - 1;
        int count = 0;
        while (lines.get(count).length + 1 <= left) {
            left -= lines.get(count).length + 1;
            count++;
        }
        return joined(lines.subList(0, count)) + "\n" + Plain.escaped(last);
    }

    /// All lines, on so many messages as they need.
    List<String> pages() {
        var pages = new ArrayList<String>();
        var page = new ArrayList<Line>();
        int length = 0;
        for (var line : lines) {
            if (length + line.length + 1 > LIMIT) {
                pages.add(joined(page));
                page.clear();
                length = 0;
            }
            page.add(line);
            length += line.length + 1;
        }
        pages.add(joined(page));
        return pages;
    }

    private static String joined(List<Line> lines) {
        return String.join("\n", lines.stream().map(Line::html).toList());
    }
}
