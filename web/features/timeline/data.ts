/** The parts of the timeline's data, named for the picture. */
import type { Timeline } from '../../../worker/shapes/timeline.ts';

export type { Timeline as TimelineData, TimelineEvent } from '../../../worker/shapes/timeline.ts';
export type TimelineScheme = Timeline['schemes'][number];
export type TimelineStage = TimelineScheme['stages'][number];
export type TimelineMonth = Timeline['months'][number];
export type TimelineVague = Timeline['vague'][number];
export type TimelineCounts = Pick<TimelineMonth, 'issues' | 'scanned' | 'read' | 'transcribed' | 'reviewed'>;
export type TimelineMention = Timeline['mentions'][number];
