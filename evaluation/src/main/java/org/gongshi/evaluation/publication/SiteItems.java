package org.gongshi.evaluation.publication;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The mandatory items of a government site (网站必备要素) that {@code site.yaml} holds, and the form that each must have. */
public final class SiteItems {
    private static final Pattern ICP = Pattern.compile("\\p{IsHan}{1,4}ICP[备证]\\d{6,10}号(-\\d{1,4})?");
    private static final Pattern SECURITY = Pattern.compile("\\p{IsHan}{1,8}\\d{14}号");
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9+() （）转-]{4,30}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    /** Numbers that only hold a place: 0000000000, 0000-0000000. */
    private static final Pattern ZEROS = Pattern.compile("[^1-9]*0{4,}[^1-9]*");

    /** One item and the form that it must have. */
    private record Item(String field, String name, Predicate<String> form, String hint) {}

    private static final List<Item> ITEMS = List.of(
            new Item("name", "网站名称", any(), "写网站的全称"),
            new Item("domain", "网站域名", text -> !text.endsWith(".invalid"), "写已备案的域名，不带 https://"),
            new Item("identifier", "网站标识码", any(), "写 8 至 10 位数字，前面可以有 bm"),
            new Item("sponsor", "主办单位", any(), "写单位全称"),
            new Item("operator", "承办单位", any(), "写单位全称"),
            new Item("icp", "ICP备案号", matches(ICP), "写成 蒙ICP备12345678号-1 的样子"),
            new Item("publicSecurity", "公安备案号", matches(SECURITY), "写成 蒙公网安备 加 14 位数字加 号 的样子，中间没有空格"),
            new Item("contact.phone", "联系电话", matches(PHONE), "写成 0471-1234567 的样子"),
            new Item("contact.address", "通信地址", any(), "写可以寄到的地址"),
            new Item("contact.email", "电子邮箱", matches(EMAIL), "写成 office@example.cn 的样子"),
            new Item("licence", "数据许可", any(), "写许可的名称，例如 CC-BY-4.0"),
            new Item("subjectCategory", "主题分类", any(), "写政府信息公开目录的主题分类"));

    private SiteItems() {}

    /**
     * What is wrong with an item.
     *
     * @param open whether it has only not been filled in yet
     */
    public record Fault(String field, boolean open, String message, String hint) {}

    /** What is wrong with the value of a field; empty when nothing, and for a field that is no such item. */
    public static Optional<Fault> fault(String field, String value, boolean demonstration) {
        return ITEMS.stream()
                .filter(item -> item.field().equals(field))
                .findFirst()
                .flatMap(item -> {
                    boolean open = value.contains(BlankCheck.TO_FILL_IN)
                            || !demonstration && ZEROS.matcher(value).matches();
                    if (!open && item.form().test(value)) {
                        return Optional.empty();
                    }
                    String message = item.name() + (open ? "还没有填写" : "“" + value + "”不合格式");
                    return Optional.of(new Fault(field, open, message, item.hint()));
                });
    }

    private static Predicate<String> any() {
        return text -> !text.isBlank();
    }

    private static Predicate<String> matches(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }
}
