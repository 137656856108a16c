import { View } from '../../ui/view.tsx';

export default function A() {
  return <View title="Qalam" />;
}
