package org.gongshi.survey.web;

import java.util.ArrayList;
import java.util.List;
import org.gongshi.survey.response.FieldFault;

/** Collects what is wrong with a submission; names that a stranger chose are shown short and clean. */
final class FaultList {
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 64;

    private final List<FieldFault> faults = new ArrayList<>();

    void add(String field, String message) {
        // 64 KiB of unknown fields would otherwise come back as a megabyte of complaints.
        if (faults.size() < MOST) {
            faults.add(new FieldFault(shown(field), message));
        }
    }

    void addAll(List<FieldFault> more) {
        more.forEach(fault -> add(fault.field(), fault.message()));
    }

    boolean has(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<FieldFault> all() {
        return List.copyOf(faults);
    }

    static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cc}\\p{Cf}]", "").strip();
        if (clean.isEmpty()) {
            return "?";
        }
        return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
    }
}
