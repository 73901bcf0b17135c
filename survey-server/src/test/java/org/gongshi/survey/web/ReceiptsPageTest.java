package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A respondent finds the own receipt without telling which one it is. */
class ReceiptsPageTest {
    private static final House HOUSE = House.open();
    private static final String MINE = "ab01cdef23456789" + "0".repeat(48);

    private final Client client = new Client(HOUSE);

    @AfterAll
    static void stop() {
        HOUSE.close();
    }

    @BeforeEach
    void freshen() {
        HOUSE.freshen();
    }

    @Test
    void before_the_close_it_says_that_it_is_too_early_and_asks_for_nothing() {
        assertThat(client.get("/receipts").text()).contains("调查结束后才公布").doesNotContain("<input");
        assertThat(client.get("/receipts?prefix=ab").text()).contains("调查结束后才公布");
    }

    @Test
    void two_digits_lead_to_a_list_in_which_the_own_one_stands_as_on_the_receipt_page() {
        HOUSE.publish(List.of(MINE, "ac" + "0".repeat(62)));
        assertThat(client.get("/receipts").text()).contains("maxlength=\"4\"").doesNotContain("AB01");
        String list = client.get("/receipts?prefix=AB").text();
        assertThat(list).contains("<li>AB01-CDEF-2345-6789</li>").doesNotContain(MINE, "AC00-0000");
        assertThat(client.get("/receipts?prefix=ff").text()).contains("没有以 FF 开头的回执号");
    }

    @Test
    void where_too_many_begin_alike_the_next_digit_is_asked_for() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= ReceiptHandlers.MOST; i++) {
            many.add(String.format("ab%x%04x", i % 2, i) + "0".repeat(57));
        }
        HOUSE.publish(many);
        String first = client.get("/receipts?prefix=ab").text();
        assertThat(first).contains("prefix=ab0", "prefix=ab1").doesNotContain("prefix=ab2", "AB00-000");
        String second = client.get("/receipts?prefix=ab1&lang=zh-CN").text();
        assertThat(second).contains("<li>AB10-0010-0000-0000</li>").doesNotContain("<li>AB00-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "xy", "abcde", "%3Cscript%3E", "ab01cdef23456789"})
    void anything_else_is_refused_and_not_shown_again(String typed) {
        HOUSE.publish(List.of(MINE));
        Client.Got got = client.get("/receipts?prefix=" + typed);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.text()).contains("请输入回执号开头的 2 位").doesNotContain("AB01", "value=\"" + typed, "<script>");
    }
}
