package org.gongshi.evaluation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongshi.evaluation.finding.Finding;
import org.gongshi.evaluation.fixture.ContentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteItemsCheckTest {
    @TempDir
    Path root;

    private ContentFixture content;

    @BeforeEach
    void write() {
        content = ContentFixture.valid(root);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: .*           | name: 待填写                       | 网站名称还没有填写",
                "domain: .*         | domain: daitianxie.invalid         | 网站域名“daitianxie.invalid”不合格式",
                "identifier: .*     | identifier: '12345'                | 网站标识码",
                "sponsor: .*        | sponsor: 待填写：主办单位          | 主办单位还没有填写",
                "operator: .*       | operator: 待填写                   | 承办单位还没有填写",
                "icp: .*            | icp: 备12345678                    | ICP备案号“备12345678”不合格式",
                "icp: .*            | icp: 京ICP备号                     | ICP备案号",
                "publicSecurity: .* | publicSecurity: 云公网安备1234号   | 公安备案号“云公网安备1234号”不合格式",
                "publicSecurity: .* | publicSecurity: 云公网安备 11000002000001号 | 公安备案号",
                "phone: .*          | phone: 见公告                      | 联系电话“见公告”不合格式",
                "address: .*        | address: 待填写                    | 通信地址还没有填写",
                "licence: .*        | licence: 待填写                    | 数据许可还没有填写",
                "subjectCategory: .*| subjectCategory: 待填写            | 主题分类还没有填写",
            })
    void an_item_without_its_form_stops_the_build_where_it_stands(String from, String to, String message) {
        content.write("site.yaml", content.read("site.yaml").replaceFirst("(?m)" + from.strip() + "$", to));
        assertThat(lines(content.check())).anyMatch(line -> line.contains("error") && line.contains(message));
        assertThat(lines(content.check())).anyMatch(line -> line.matches("site\\.yaml:[1-9]\\d*:[1-9]\\d*: error.*"));
        assertThat(content.build()).isInstanceOf(GateResult.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"identifier, '\"0000000000\"', 网站标识码", "phone, 0000-0000000, 联系电话"})
    void zeros_hold_a_place_in_a_demonstration_only(String field, String zeros, String name) {
        String site = content.read("site.yaml").replaceFirst(field + ": .*", field + ": " + zeros);
        content.write("site.yaml", site.replaceFirst("demonstration: .*", "demonstration: true"));
        assertThat(lines(content.check())).noneMatch(line -> line.contains(name));
        content.write("site.yaml", site.replaceFirst("demonstration: .*", "demonstration: false"));
        assertThat(lines(content.check())).anyMatch(line -> line.contains(name + "还没有填写"));
    }

    @ParameterizedTest
    @CsvSource({"蒙ICP备12345678号-1", "京ICP证030173号", "演示ICP备00000000号"})
    void a_record_number_of_the_ministry_passes(String number) {
        content.write("site.yaml", content.read("site.yaml").replaceFirst("icp: .*", "icp: " + number));
        assertThat(content.check()).isEmpty();
    }

    @Test
    void an_office_that_publishes_nothing_yet_is_warned_only() {
        content.write(
                ContentFixture.ROUND + "/round.yaml",
                content.read(ContentFixture.ROUND + "/round.yaml").replaceFirst("(?s)publication:.*", ""));
        content.write("site.yaml", content.read("site.yaml").replaceFirst("icp: .*", "icp: 待填写"));
        assertThat(lines(content.check()))
                .anyMatch(line -> line.contains("warning: icp: ICP备案号还没有填写"))
                .noneMatch(line -> line.contains("error: icp"));
    }

    @ParameterizedTest
    @CsvSource({"round.yaml, 'agency: .*', 'agency: 待填写：第三方机构'", "indicators.yaml, 'document: .*', 'document: 待填写'"})
    void what_the_office_was_to_fill_in_is_never_published(String file, String from, String to) {
        String path = ContentFixture.ROUND + "/" + file;
        String round = ContentFixture.ROUND + "/round.yaml";
        content.write(path, content.read(path).replaceFirst(from, to));
        assertThat(lines(content.check())).anyMatch(line -> line.matches(path + ":\\d+:\\d+: error: 还有待填写的内容.*"));
        assertThat(content.build()).isInstanceOf(GateResult.Refused.class);
        content.write(round, content.read(round).replaceFirst("(?s)publication:.*", ""));
        assertThat(lines(content.check())).anyMatch(line -> line.matches(path + ":\\d+:\\d+: warning: 还有待填写的内容.*"));
    }

    @ParameterizedTest
    @CsvSource({"privacy, 隐私说明", "glossary, 名词解释"})
    void a_page_that_every_site_has_is_missed(String page, String name) throws IOException {
        Files.delete(content.path("texts/" + page + ".md"));
        assertThat(lines(content.check())).anyMatch(line -> line.contains("warning") && line.contains("缺少" + name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "document: .* | document: 〔2025〕号          | 文号",
                "document: .* | document: 教督[2025]1号        | 文号",
                "document: .* | document: 教督〔25〕1号        | 文号",
                "index: .*    | index: 000014349/2025-2025/990000/990200 | 索引号 000014349/2025-2025/990000/990200 已经用于",
            })
    void the_number_of_a_document_has_its_form_and_its_index_number_is_its_own(String from, String to, String message) {
        String file = ContentFixture.FIRST + "/report.md";
        content.write(file, content.read(file).replaceFirst(from, to.strip()));
        assertThat(lines(content.check())).anyMatch(line -> line.contains("report.md:") && line.contains(message));
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream().map(Finding::toLine).toList();
    }
}
