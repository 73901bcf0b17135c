package org.gongshi.generator.word;

import org.gongshi.evaluation.report.ReportPicture;

/** What may become of something in a document on its way into Markdown (导入时的改动和丢失), and how the office mends it. */
enum Loss {
    INSERTED("修订中插入的文字已按“接受”导入", "请核对；最好先在 Word 中接受或拒绝全部修订，再导入"),
    DELETED("修订中删除的文字没有导入", "请核对；最好先在 Word 中接受或拒绝全部修订，再导入"),
    MOVED("修订中移动的文字在新位置导入", "请核对；最好先在 Word 中接受或拒绝全部修订，再导入"),
    COMMENT("批注没有导入", "请先处理批注，再导入"),
    HIDDEN("隐藏的文字没有导入", "需要公开的，请在 Word 中取消“隐藏”（字体—效果），再导入"),
    INVISIBLE("白色的文字照样导入了", "纸上看不见的文字在网上看得见：不公开的，请先在 Word 中删去"),
    HEADER("页眉、页脚的文字没有导入", "需要公开的，请写进正文"),
    CONTENTS("目录没有导入", "网页自己有目录，不必补"),
    PICTURE(
            "文档中的图片没有导入",
            "网页只显示 PNG 和 JPEG：EMF、WMF、SVG、GIF、TIFF 请在 Word 中剪切，再用“选择性粘贴”粘贴为图片（PNG），或另存为 PNG、JPEG 后用“插入—图片”重新插入；注中的图片请移到正文"),
    PICTURE_LINKED("图片只是链接，不在文档里，没有导入", "请用“插入—图片”把图片本身放进文档，再导入"),
    PICTURE_SHAPED("图片裁成了别的形状、加了效果或与别的图形组合，没有导入", "被遮住的部分会露出来：请在 Word 中把它另存为图片，或截屏，再作为普通图片插入"),
    PICTURE_UNFIT("图片不能用，没有导入", "请在图片程序中缩小或另存（图表存为 PNG，照片存为 RGB 的 JPEG），再插入文档"),
    PICTURE_MANY(
            "图片太多，没有导入",
            "一份报告至多 " + ReportPicture.MOST + " 张图片，一共 " + ReportPicture.LARGEST_TOGETHER / 1_000_000
                    + " MB：请删去次要的，再导入"),
    PICTURE_SILENT("图片没有替代文字", "看不见图的人靠它知道图中内容：请在 Word 中右击图片，选“编辑替代文字”（查看可选文字），写一句图中内容，再导入"),
    PICTURE_TILTED("斜放的图片按正放导入", "请核对"),
    PICTURE_COVERED("画上去的图形没有导入，被它遮住的图片内容会露出来", "遮盖人脸、号码的，请在图片程序中涂去，再插入文档"),
    OBJECT("图表、嵌入对象或绘图没有导入", "请在 Word 中剪切，再用“选择性粘贴”粘贴为图片（PNG），写上替代文字；或改用文字、表格说明其内容"),
    FORMULA("公式改写成了一行文字", "请核对，必要时用文字写出"),
    FIELD("域没有结果，没有导入", "请在 Word 中按 F9 更新域，或直接打字写出"),
    PLACEHOLDER("没有填写的内容控件没有导入", "请填写，或删去这个控件"),
    INCLUDED("插入的另一个文件没有导入", "请在 Word 中打开，另存为 .docx（文件的内容这时并入正文），再导入"),
    NOTE("找不到这条注的文字", "请在 Word 中核对脚注、尾注"),
    SYMBOL("不认识的符号字体中的符号没有导入", "请在 Word 中改用普通字体的符号，例如 ✓、●、□"),
    SHIFTED("上标或下标改成了普通文字", "请核对，必要时改写"),
    HEADING("像标题的段落没有用标题样式，按正文导入", "请在 Word 中改用“标题 1”至“标题 3”，再导入"),
    LONG("有大纲级别的段落太长，按正文导入", "标题请单独成段；正文请把大纲级别改为“正文文本”"),
    STRUCK("有删除线的文字照样导入了，删除线没有保留", "请删去这些文字，或写明已作废"),
    MARKED("标了颜色的文字照样导入了，颜色没有保留", "标出来待核对的，请先核对；颜色有含义的，请用文字写明"),
    MERGED("表格有合并的单元格", "内容放在第一格；请核对导入后的表格"),
    NESTED("单元格里又有表格", "里面的表格改成了一行文字；请拆成两张表"),
    MISSING("这段文字没有导入", "请在导入后的报告中补上");

    private final String message;
    private final String hint;

    Loss(String message, String hint) {
        this.message = message;
        this.hint = hint;
    }

    String message() {
        return message;
    }

    String hint() {
        return hint;
    }
}
