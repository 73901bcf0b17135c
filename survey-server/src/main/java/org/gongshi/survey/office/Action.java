package org.gongshi.survey.office;

import java.util.Arrays;
import java.util.Optional;

/** Something that can be done at the console (操作): each route of the console asks for exactly one. */
public enum Action {
    /** The own account: password, second factor, signing out. */
    OWN_ACCOUNT("own-account", "本人账号", false),
    /** Where the round stands: state, days, digests of plan and questionnaires. */
    SEE_ROUND("see-round", "查看轮次概况", false),
    /** Response counts of every place. */
    SEE_COUNTS("see-counts", "查看各地进度", false),
    /** Response counts of the account's own place, and nothing else. */
    SEE_OWN_COUNTS("see-own-counts", "查看本地进度", false),
    /** Locks the survey plan: its digest becomes public. */
    LOCK_PLAN("lock-plan", "锁定调查方案", true),
    /** Opens the survey, or arms the schedule. */
    OPEN_SURVEY("open-survey", "开启调查", true),
    /** Closes the survey for good. */
    CLOSE_SURVEY("close-survey", "结束调查", true),
    /** Commits to a plan and draws the survey's sample from a frame. */
    DRAW_SAMPLE("draw-sample", "抽取调查样本", true),
    /** Which batches of codes there are. */
    SEE_BATCHES("see-batches", "查看访问码批次", false),
    /** Prints codes. */
    MINT_CODES("mint-codes", "生成访问码", true),
    /** Makes the unused codes of a batch void. */
    VOID_CODES("void-codes", "作废访问码", true),
    /** Keys answer sheets that came on paper. */
    ENTER_PAPER("enter-paper", "录入纸质问卷", true),
    /** Shares of flagged answer sheets. */
    SEE_QUALITY("see-quality", "查看质量标记", false),
    /** Lists and downloads the sealed clues. */
    READ_CLUES("read-clues", "查看线索收件箱", true),
    /** Results after the close, exactly as they would be published. */
    PREVIEW_RESULTS("preview-results", "预览结果", true),
    /** Proposes a release: the first of two people. */
    PROPOSE_RELEASE("propose-release", "提请发布结果", true),
    /** Confirms a release that another person proposed. */
    CONFIRM_RELEASE("confirm-release", "复核发布结果", true),
    /** Proposes what to do about a stratum that the locked plan cannot weight: the first of two people. */
    PROPOSE_DEVIATION("propose-deviation", "提请偏离方案", true),
    /** Confirms a deviation from the plan that another person proposed. */
    CONFIRM_DEVIATION("confirm-deviation", "复核偏离方案", true),
    /** Downloads the rows and the codebook for the survey agency. */
    HAND_OVER("hand-over", "下载交付数据", true),
    /** Proposes to destroy the raw rows when they have been kept long enough: the first of two people. */
    PROPOSE_DESTRUCTION("propose-destruction", "提请销毁原始答卷", true),
    /** Destroys what another person proposed. */
    CONFIRM_DESTRUCTION("confirm-destruction", "复核销毁原始答卷", true),
    /** Changes the content: workbooks, reports, forms, files. */
    CHANGE_CONTENT("change-content", "改动内容", true),
    /** Enters what a body decided, bound to the digest of the content: the first of two people. */
    REGISTER_DECISION("register-decision", "登记决定", true),
    /** Confirms a decision that another person entered. */
    CONFIRM_DECISION("confirm-decision", "复核决定", true),
    /** Commits to a seed and draws the inspection teams. */
    DRAW_TEAMS("draw-teams", "抽取检查组", true),
    /** Preparations of the site: findings, differences, releases. */
    SEE_SITE("see-site", "查看网站生成", false),
    /** Checks the content and builds a candidate of the site. */
    PREPARE_SITE("prepare-site", "检查并生成候选网站", true),
    /** Publishes a candidate, or an earlier release once more. */
    PUBLISH_SITE("publish-site", "发布网站", true),
    /** Makes the key that signs the site, and opens the box of clues with a public key. */
    MAKE_KEYS("make-keys", "生成密钥", true),
    /** Takes backups and carries them off. */
    TAKE_BACKUP("take-backup", "备份", true),
    /** Goes on with another round of the content. */
    SWITCH_ROUND("switch-round", "转到另一轮评价", true),
    /** Reads the log. */
    SEE_AUDIT("see-audit", "查看审计日志", false),
    /** Adds accounts, changes roles, resets and disables. */
    MANAGE_ACCOUNTS("manage-accounts", "管理账号", true);

    private final String key;
    private final String label;
    private final boolean weighty;

    Action(String key, String label, boolean weighty) {
        this.key = key;
        this.label = label;
        this.weighty = weighty;
    }

    /** The word in the log and in the documentation. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** Whether it releases, administers or cannot be undone: only with a second factor. */
    public boolean isWeighty() {
        return weighty;
    }

    public static Optional<Action> ofKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
