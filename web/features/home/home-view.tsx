import { View } from '../../ui/view.tsx';

export default function HomeView() {
  return <View title="Qalam" />;
}
