/** Of the queue where none is named. */
export const QUEUE_NAME = 'tokenworks-sweep'
