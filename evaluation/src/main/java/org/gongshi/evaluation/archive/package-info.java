/** Reports of earlier years that were approved and published before this system (历年报告归档). */
package org.gongshi.evaluation.archive;
