/**
 * The confidential box of clues and suggestions (线索与建议箱, 第九条): sealed to the office's public key on receipt, kept in a
 * file of its own, never beside answers; only the office's private key, which is not on the server, opens it.
 */
package org.gongshi.survey.clue;
