package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all readers of one document share: its styles, counters, open fields, notes so far, and the ledger. Not thread-safe. */
final class Context {
    private final WordFile file;
    private final Ledger ledger;
    private final Styles styles;
    private final Numbering numbering;
    private final Map<String, WordFile.Relation> relations;
    private final Fields fields = new Fields();
    private final List<Xml> notes = new ArrayList<>();
    private final Map<String, String> comments = new HashMap<>();
    private boolean told;

    Context(WordFile file, Ledger ledger) {
        this.file = file;
        this.ledger = ledger;
        this.styles = new Styles(file.part("styles"));
        this.numbering = new Numbering(file.part("numbering"));
        this.relations = file.relations();
    }

    Ledger ledger() {
        return ledger;
    }

    Styles styles() {
        return styles;
    }

    Numbering numbering() {
        return numbering;
    }

    Fields fields() {
        return fields;
    }

    WordFile file() {
        return file;
    }

    /** The address of a hyperlink; empty for one within the document. */
    String address(String id) {
        WordFile.Relation relation = relations.get(id);
        return relation != null && relation.outside() ? relation.target() : "";
    }

    java.util.Optional<Xml> related(String id) {
        WordFile.Relation relation = relations.get(id);
        return relation == null ? java.util.Optional.empty() : file.at(relation.target());
    }

    /** The number of a note from 1, in the order of their marks in the text. */
    int note(Xml reference) {
        notes.add(reference);
        return notes.size();
    }

    List<Xml> notes() {
        return notes;
    }

    void comment(String id) {
        comments.put(id, ledger.where());
    }

    String commented(String id) {
        return comments.getOrDefault(id, "");
    }

    /** Of a table of contents one line is example enough. */
    void contents(Xml element) {
        if (!told && !element.words().isBlank()) {
            told = true;
            ledger.left(element, Loss.CONTENTS);
        }
        ledger.passed(element);
    }
}
