package org.gongshi.templates.office;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The draw of the survey's sample (抽取调查样本).
 *
 * @param may whether this person may draw, and it is not too late
 * @param promise the plan that was promised; empty when none was, or not here
 * @param drawn whether the record is there
 * @param invited for whom codes are to be printed, by the record
 * @param mayPrint whether this person may print all their codes now
 * @param printed when they were printed
 * @param values what stands in the fields of the plan
 */
public record SamplePage(
        OfficeFrame frame,
        boolean may,
        List<FrameFile> files,
        Optional<Promise> promise,
        boolean drawn,
        List<Invited> invited,
        boolean mayPrint,
        Optional<String> printed,
        Map<String, String> values,
        List<String> faults)
        implements OfficePage {
    public SamplePage {
        Objects.requireNonNull(frame, "frame");
        files = List.copyOf(files);
        Objects.requireNonNull(promise, "promise");
        invited = List.copyOf(invited);
        Objects.requireNonNull(printed, "printed");
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    /** A file of the frame. */
    public record FrameFile(String name, String digest) {}

    /**
     * What is to be published before the draw.
     *
     * @param text the plan's file
     * @param notes what it will not reach
     */
    public record Promise(
            String text, String digest, Optional<String> beacon, String person, String moment, List<String> notes) {
        public Promise {
            Objects.requireNonNull(beacon, "beacon");
            notes = List.copyOf(notes);
        }
    }

    /** A school, or the public of a place: how many codes, and for how many people each of them stands. */
    public record Invited(String place, String audience, String stage, String school, String count, String weight) {}

    /** Audiences with whether they are sampled by school. */
    public Map<String, Boolean> audiences() {
        return new java.util.TreeMap<>(Map.of("public", false, "parent", true, "student", true));
    }

    public List<String> stages() {
        return List.of("primary", "junior", "senior");
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean isTicked(String name) {
        return value(name).equals("yes");
    }

    @Override
    public String title() {
        return words().say("sample.title");
    }

    @Override
    public String template() {
        return "office/sample.jte";
    }
}
