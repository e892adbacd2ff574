/** ONNX Runtime's CPU provider as a subject: each case becomes a model of one BatchNormalization node. */
package org.bnoracle.subjects.onnxruntime;
