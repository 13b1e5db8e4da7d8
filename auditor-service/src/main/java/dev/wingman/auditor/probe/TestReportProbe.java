package dev.wingman.auditor.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

import jakarta.enterprise.context.ApplicationScoped;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

import dev.wingman.auditor.AuditorSettings;
import dev.wingman.auditor.Probe;
import dev.wingman.auditor.domain.Observation;
import dev.wingman.auditor.domain.Observation.Absent;
import dev.wingman.auditor.domain.Observation.ReportSeen;
import dev.wingman.auditor.domain.Observation.Unseen;
import dev.wingman.contracts.Predicate;
import dev.wingman.contracts.TenantSet.Site;

/// A JUnit XML report: its test cases are counted one by one, whatever its summary says. A document type is refused, so that nothing outside the
/// file is ever read.
@ApplicationScoped
class TestReportProbe implements Probe<Predicate.TestReport> {

    private final int readAtMost;

    TestReportProbe(AuditorSettings settings) {
        this.readAtMost = settings.parseAtMost();
    }

    @Override
    public Class<Predicate.TestReport> type() {
        return Predicate.TestReport.class;
    }

    @Override
    public String name() {
        return "test-report";
    }

    @Override
    public Observation look(Predicate.TestReport report, Site site) {
        try {
            return switch (Beneath.find(site.roots(), report.path())) {
                case Beneath.Barred(var why) -> new Unseen(why);
                case Beneath.Nothing _ -> new Absent();
                case Beneath.Found found -> read(found);
            };
        } catch (IOException e) {
            return new Unseen("it cannot be read");
        }
    }

    private Observation read(Beneath.Found found) throws IOException {
        try (found) {
            if (!found.attributes().isRegularFile()) {
                return new Unseen("it is no file");
            }
            if (found.attributes().size() > readAtMost) {
                return new Unseen("it is larger than what is read");
            }
            try (var channel = found.open(); var in = Channels.newInputStream(channel)) {
                return count(in);
            } catch (XMLStreamException e) {
                return new Unseen("it is not a JUnit XML report");
            }
        }
    }

    private static Observation count(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(in);
        var tally = new Tally();
        while (reader.hasNext()) {
            var event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                return new Unseen("it holds a document type, which is not read");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                tally.begin(reader.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                tally.end(reader.getLocalName());
            }
        }
        return tally.seen();
    }

    /// A test case counts once, whatever it holds.
    private static final class Tally {

        private int tests;
        private int failed;
        private int skipped;
        private boolean undecided;
        private boolean suite;

        void begin(String element) {
            suite |= element.startsWith("testsuite");
            if (element.equals("testcase")) {
                tests++;
                undecided = true;
            } else if (undecided && (element.equals("failure") || element.equals("error"))) {
                failed++;
                undecided = false;
            } else if (undecided && element.equals("skipped")) {
                skipped++;
                undecided = false;
            }
        }

        void end(String element) {
            undecided &= !element.equals("testcase");
        }

        Observation seen() {
            return suite
                    ? new ReportSeen(tests - skipped, failed, skipped)
                    : new Unseen("it is not a JUnit XML report");
        }
    }
}
