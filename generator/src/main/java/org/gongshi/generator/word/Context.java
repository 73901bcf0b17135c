package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all readers of one document share: its styles, counters, open fields, notes so far, and the ledger. Not thread-safe. */
final class Context {
    private final WordFile file;
    private final Ledger ledger;
    private final Styles styles;
    private final Numbering numbering;
    private final TakenPictures pictures = new TakenPictures();
    private final Fields fields = new Fields();
    private final List<Xml> notes = new ArrayList<>();
    private final Map<String, String> comments = new HashMap<>();
    private Map<String, WordFile.Relation> relations;
    private boolean inNotes;
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

    TakenPictures pictures() {
        return pictures;
    }

    /** From here on the notes of a part are read, which has relations of its own. */
    void notesOf(String kind) {
        inNotes = true;
        relations = file.relations(kind);
    }

    boolean isInNotes() {
        return inNotes;
    }

    Optional<WordFile.Relation> relation(String id) {
        return Optional.ofNullable(relations.get(id));
    }

    /** The address of a hyperlink; empty for one within the document. */
    String address(String id) {
        return relation(id)
                .filter(WordFile.Relation::outside)
                .map(WordFile.Relation::target)
                .orElse("");
    }

    Optional<Xml> related(String id) {
        return relation(id).flatMap(relation -> file.at(relation.target()));
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
