/**
 * Workbooks and documents of the office into content and back (导入导出): the only door to Excel and Word. What is imported becomes
 * the same plain files that a clerk could write by hand, held against the same rules.
 */
package org.gongshi.generator.importing;
