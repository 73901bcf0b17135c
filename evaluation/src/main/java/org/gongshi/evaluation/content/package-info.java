/** The only door to files: content folders and released results, read strictly, with the place of every fault. */
package org.gongshi.evaluation.content;
