package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who has a keyboard and nothing else. */
final class Keyboard {
    private static final int PATIENCE = 200;

    private Keyboard() {}

    /** Presses Tab until what the selector means has the focus, and sees that it is shown. */
    static void tabTo(Page page, String selector) {
        for (int i = 0; i < PATIENCE; i++) {
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                assertThat(
                                (String)
                                        page.evaluate(
                                                "() => { const e = document.activeElement, l = e.closest('label') || e.nextElementSibling;"
                                                        + " return [e, l].map(x => x ? getComputedStyle(x).outlineStyle : '').join(' '); }"))
                        .as("the focus on " + selector + " is seen")
                        .contains("solid");
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard never comes to " + selector);
    }

    static void types(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().type(text);
    }

    static void presses(Page page, String selector, String key) {
        tabTo(page, selector);
        page.keyboard().press(key);
    }
}
