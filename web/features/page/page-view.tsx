import { View } from '../../ui/view.tsx';

export default function PageView() {
  return <View title="Qalam" />;
}
