package org.gongshi.survey.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.gongshi.survey.browser.Browser;
import org.gongshi.survey.command.OfficeHouse;
import org.gongshi.survey.office.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report in Word brings pictures along, with a small generator that writes as the real one does: seen before they are taken over. */
class ReportChangesTest {
    private static final String FOLDER = "2025/990000/990100/";
    private static final String OLD = FOLDER + "pictures/00000000000000aa.png";
    private static final String NEW = FOLDER + "pictures/00000000000000bb.png";

    @TempDir
    Path folder;

    private Browser browser;
    private OfficeHouse house;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.startOrSkip();
        house = OfficeHouse.open(folder, Optional.of(this::generate));
        house.account("clerk", "经办甲", Role.CLERK);
        Files.createDirectories(house.content.resolve(OLD).getParent());
        Files.write(house.content.resolve(OLD), png(40));
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
            house.close();
        }
    }

    private static byte[] png(int width) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private int generate(Consumer<String> line, String... arguments) throws IOException {
        Path content = Path.of(arguments[3]);
        Files.writeString(content.resolve(FOLDER + "report.md"), "![图](pictures/00000000000000bb.png)\n");
        Files.write(content.resolve(NEW), png(600));
        Files.delete(content.resolve(OLD));
        line.accept("report.docx:0:0: warning: 图片没有替代文字（1 处）：第 2 段 (请写一句)");
        return 0;
    }

    private Page uploaded() throws IOException {
        house.clock.move(Duration.ofSeconds(60));
        Page page = browser.page(1280, 800, true);
        page.navigate(house.address() + "/office");
        page.fill("#name", "clerk");
        page.fill("#password", OfficeHouse.PASSWORD);
        page.fill("#code", house.apps.get("clerk").code(house.clock.instant()));
        page.click("main button");
        page.click("nav.doors a[href='/office/workbooks']");
        page.setInputFiles("#file", Files.writeString(folder.resolve("report.docx"), "a document"));
        page.selectOption("#place", "990100");
        page.click("#bring ~ form button");
        page.waitForSelector("#job");
        page.waitForSelector("#job:not([data-refresh])");
        page.reload();
        return page;
    }

    @Test
    void pictures_are_seen_before_they_come_and_go_with_their_report() throws IOException {
        Page page = uploaded();
        assertThat(page.textContent("main"))
                .contains("图片没有替代文字", "+ 1  图片 PNG，600×30 像素", "− 1  图片 PNG，40×30 像素", "（将删除）", "未成年人的面部");
        page.waitForFunction("() => document.querySelector('img.preview').naturalWidth === 600");
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            assertThat(Browser.axe(page)).isEmpty();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0);
        }
        assertThat(house.content.resolve(NEW)).doesNotExist();
        assertThat(house.visitor()
                        .get("/office/changes/1/pictures/00000000000000bb.png")
                        .status())
                .as("nobody sees it who is not signed in")
                .isNotEqualTo(200);

        page.check("#accept ~ form input[name=sure]");
        page.click("#accept ~ form button.button");
        page.waitForSelector(".flash:has-text('已写入')");

        assertThat(house.content.resolve(NEW)).hasBinaryContent(png(600));
        assertThat(house.content.resolve(OLD)).doesNotExist();
        assertThat(Files.readString(house.content.resolve(FOLDER + "report.md")))
                .startsWith("![图]");
    }

    @Test
    void a_picture_that_was_changed_meanwhile_is_neither_overwritten_nor_removed() throws IOException {
        Page page = uploaded();
        Files.write(house.content.resolve(OLD), png(41));
        page.check("#accept ~ form input[name=sure]");
        page.click("#accept ~ form button.button");
        page.waitForSelector("text=在此之后被改动");
        assertThat(house.content.resolve(OLD)).hasBinaryContent(png(41));
        assertThat(house.content.resolve(NEW)).doesNotExist();
    }
}
