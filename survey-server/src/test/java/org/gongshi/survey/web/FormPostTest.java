package org.gongshi.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.intake.Reply;
import org.gongshi.survey.intake.Submission;
import org.gongshi.survey.response.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPostTest {
    private static final String HOSTILE = "</textarea><script>alert(1)</script>\" onfocus='x' &amp; ${7*7} {{x}}";

    private static final House HOUSE = House.open();
    private final Client client = new Client(HOUSE);

    @BeforeEach
    void freshen() {
        HOUSE.freshen();
    }

    @AfterAll
    static void stop() {
        HOUSE.close();
    }

    @Test
    void leads_a_right_form_to_its_receipt() {
        Client.Got sent =
                client.form("public", client.fields("answers.P01", "5", "answers.K03", "P02", "answers.K03", "P03"));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Cache-Control")).contains("no-store");
        Submission kept = HOUSE.intake.last();
        assertThat(kept.answers())
                .containsEntry("P01", new Answer.Chosen(5))
                .containsEntry("K03", new Answer.Picked(List.of("P02", "P03")));
        Client.Got receipt = client.get(sent.header("Location").orElseThrow());
        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.text()).contains("答卷已收到").containsPattern("[0-9A-F]{4}(-[0-9A-F]{4}){3}");
    }

    @Test
    void never_puts_the_receipt_into_an_address() {
        String form = client.form("public", client.fields()).header("Location").orElseThrow();
        String json = client.json(Client.text(client.submission())).text();
        String receipt = json.replaceAll(".*\"([0-9a-f]{64})\".*", "$1");
        assertThat(form).doesNotContain(receipt.substring(0, 8));
        assertThat(client.get(form).text()).contains(receipt);
    }

    @Test
    void recognises_a_form_that_is_sent_twice() {
        client.form("public", client.fields());
        assertThat(client.form("public", client.fields()).status()).isEqualTo(303);
        assertThat(HOUSE.intake.kept()).hasSize(1);
    }

    @Test
    void shows_the_answers_for_review_and_keeps_nothing_meanwhile() {
        String fields = client.fields("answers.P01", "5", "answers.K04", HOSTILE, "step", "review");
        Client.Got review = client.form("public", fields);
        assertThat(review.status()).isEqualTo(200);
        assertThat(review.text())
                .contains("核对答卷", "非常满意", "还有 19 题没有回答", "不用访问码 · 青岩市")
                .contains("name=\"answers.P01\" value=\"5\"")
                .doesNotContain("<script>alert", "value=\"review\"");
        assertThat(HOUSE.intake.kept()).isEmpty();
    }

    @Test
    void goes_back_from_the_review_with_everything_that_was_typed() {
        Client.Got back = client.form("public", client.fields("answers.P01", "5", "answers.K04", "意见", "step", "edit"));
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text())
                .contains("id=\"P01-5\" name=\"answers.P01\" value=\"5\" checked", ">意见</textarea>")
                .contains("value=\"" + Client.NONCE + "\"")
                .doesNotContain("class=\"problems\"");
    }

    @Test
    void gives_a_faulty_form_back_with_errors_at_the_fields_and_what_was_typed() {
        String fields = client.fields(
                "answers.P02",
                "4",
                "answers.K04",
                HOSTILE.repeat(6),
                "answers.K03",
                "P01",
                "answers.K03",
                "P02",
                "answers.K03",
                "P03",
                "answers.K03",
                "P04");
        Client.Got got = client.form("public", fields.replace("990100", ""));
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.text())
                .contains("<title>有 3 处需要修改", "还有 3 处需要修改")
                .contains("<a href=\"#place\">请选择所在盟市</a>", "id=\"place-fault\"")
                .contains("<a href=\"#K03-P01\">第 20 题：最多选择 3 项</a>", "<a href=\"#K04\">")
                .contains("id=\"P02-4\" name=\"answers.P02\" value=\"4\" checked")
                .contains("id=\"K03-P04\" name=\"answers.K03\" value=\"P04\" checked")
                .contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert");
        assertThat(got.text())
                .containsPattern(
                        "<select id=\"place\"[^>]* aria-describedby=\"place-fault\"[^>]* aria-invalid=\"true\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"code", "nonce", "place", "seconds", "way", "stage", "answers.P01", "answers.<b>", "x\"><b>"})
    void escapes_whatever_stands_in_a_field(String field) {
        String evil = "\"><b>&\u0000<script>alert(1)</script>";
        String fields = client.fields("step", "review") + "&" + Client.encode(field, evil);
        Client.Got got = client.form("public", fields);
        assertThat(got.status()).isIn(200, 422);
        assertThat(got.text()).doesNotContain("<b>", "<script>alert");
    }

    @Test
    void says_at_the_code_that_it_is_wrong() {
        String digest = HOUSE.questionnaires.get(Audience.PUBLIC).digest().toString();
        String fields = Client.encode(
                "nonce",
                Client.NONCE,
                "questionnaire",
                digest,
                "way",
                "code",
                "code",
                "abcd-1234-efgh-5678-j",
                "answers.P01",
                "3");
        Client.Got got = client.form("public", fields);
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.text())
                .contains("<a href=\"#code\">" + SubmissionReader.WRONG_CODE)
                .contains("value=\"abcd-1234-efgh-5678-j\"", "value=\"3\" checked", "code-hint code-fault");
    }

    @Test
    void says_that_a_code_belongs_to_another_questionnaire_at_the_code() {
        String code = HOUSE.intake.issue(Audience.PARENT, 1);
        Client.Got got = client.form("public", client.fields("code", code).replace("way=open", "way=code"));
        assertThat(got.text()).contains("<a href=\"#code\">这个访问码属于另一份问卷");
    }

    @Test
    void says_kindly_that_a_code_was_used() {
        String code = HOUSE.intake.issue(Audience.PUBLIC, 1);
        String fields = client.fields("code", code).replace("way=open", "way=code");
        assertThat(client.form("public", fields).status()).isEqualTo(303);
        Client.Got second = client.form("public", fields.replace(Client.NONCE, "1".repeat(32)));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("这个访问码已经用过了", "另要一个访问码");
    }

    @Test
    void keeps_the_answers_on_the_page_while_it_is_busy() {
        HOUSE.intake.replyWith(new Reply.Busy(3));
        Client.Got got = client.form("public", client.fields("answers.P01", "5"));
        assertThat(got.status()).isEqualTo(503);
        assertThat(got.header("Retry-After")).contains("3");
        assertThat(got.text()).contains("现在填写的人很多", "name=\"answers.P01\" value=\"5\" checked", Client.NONCE);
    }

    @Test
    void asks_to_open_the_page_again_when_the_questionnaire_is_another() {
        Client.Got got = client.form("public", client.fields().replaceAll("sha256%3A[0-9a-f]{8}", "sha256%3A00000000"));
        assertThat(got.status()).isEqualTo(422);
        assertThat(got.text()).contains("问卷已经更新");
    }

    @Test
    void gives_a_used_page_a_fresh_nonce() {
        HOUSE.intake.replyWith(
                new Reply.Refused(List.of(new org.gongshi.survey.response.FieldFault("nonce", "这个页面已经提交过一份答卷"))));
        Client.Got got = client.form("public", client.fields("answers.P01", "5"));
        Matcher nonce =
                Pattern.compile("name=\"nonce\" value=\"([0-9a-f]{32})\"").matcher(got.text());
        assertThat(nonce.find()).isTrue();
        assertThat(nonce.group(1)).isNotEqualTo(Client.NONCE);
    }

    @ParameterizedTest
    @CsvSource({"a=%, 400", "a=%4, 400", "a=%zz, 400", "a=%ff, 400", "%c3%28=1, 400", "'', 422", "&&&=&, 422", "=, 422"
    })
    void calls_a_form_that_is_none_400(String body, int status) {
        assertThat(client.form("public", body).status()).isEqualTo(status);
    }

    @Test
    void limits_a_form_in_bytes_and_fields() {
        assertThat(client.form("public", "a=" + "x".repeat(65_535)).status()).isEqualTo(413);
        assertThat(client.form("public", "a&".repeat(1001)).status()).isEqualTo(400);
    }

    @Test
    void refuses_a_form_of_another_site_and_an_upload() {
        assertThat(client.form("public", client.fields(), "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(client.form("public", client.fields(), "Content-Type", "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(415);
    }
}
