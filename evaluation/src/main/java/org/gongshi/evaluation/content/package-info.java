/** From files to typed values (读取内容): the only door to the content folder. Strict, with positions, all findings at once. */
package org.gongshi.evaluation.content;
