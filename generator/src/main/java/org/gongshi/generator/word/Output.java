package org.gongshi.generator.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Blocks of Markdown as they are made: paragraphs apart, items of a list together. Not thread-safe. */
final class Output {
    private record Item(int level, boolean bullet, int value, char sign, int width) {}

    private final List<String> blocks = new ArrayList<>();
    private final List<String> list = new ArrayList<>();
    private final Deque<Item> open = new ArrayDeque<>();

    void add(String block) {
        if (!block.isBlank()) {
            close();
            blocks.add(block.strip());
        }
    }

    boolean isEmpty() {
        return blocks.isEmpty() && list.isEmpty();
    }

    void item(Numbering.Label label, String text) {
        while (!open.isEmpty() && open.element().level() > label.level()) {
            open.pop();
        }
        char sign = '.';
        if (!open.isEmpty() && open.element().level() == label.level()) {
            Item before = open.pop();
            // Markdown counts on by itself: a list that begins anew must be another list.
            boolean goesOn = before.bullet() || label.value() == before.value() + 1;
            sign = goesOn ? before.sign() : before.sign() == '.' ? ')' : '.';
        }
        String mark = label.bullet() ? "- " : label.value() + "" + sign + " ";
        int indent = open.stream().mapToInt(Item::width).sum();
        list.add(" ".repeat(indent) + mark + text);
        open.push(new Item(label.level(), label.bullet(), label.value(), sign, mark.length()));
    }

    private void close() {
        if (!list.isEmpty()) {
            blocks.add(String.join("\n", list));
            list.clear();
        }
        open.clear();
    }

    String text() {
        close();
        return String.join("\n\n", blocks) + "\n";
    }
}
