import { Refused, Subject, Unsupported } from '../../subjects/javascript/bn-subject.mjs';

const formats = ['f64', 'f32', 'f16', 'bf16'];
const encodings = process.argv.includes('base64') ? ['decimal', 'base64'] : undefined;

new Subject('echo', '1', { without: ['stateless'], algorithm_class: 'two-pass', ...(encodings && { encodings }) })
  .operation('training-forward', { formats, outputs: ['y', 'mean', 'running_mean', 'running_variance'] }, (c) => {
    console.log('noise');
    const { x: y, running_mean, running_variance } = c;
    return { y, mean: Array(c.channels).fill(1 / 3), running_mean, running_variance };
  })
  .operation('inference-forward', { formats }, async ({ epsilon }) => {
    if (epsilon === 3) throw new Error('as told');
    throw epsilon === 1 ? new Unsupported('no "1"') : new Refused('no 2');
  })
  .run();
