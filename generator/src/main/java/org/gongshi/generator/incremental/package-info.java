/** What a build does side by side, and what it need not do again (并行与增量生成): from composed pages to staged files. */
package org.gongshi.generator.incremental;
